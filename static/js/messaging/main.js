/** The page of the mailbox: opens it for the first time, or unlocks it, and shows it. */
import { facts } from "./facts.js";
import { prepareMailbox, showMailbox } from "./mailbox_view.js";
import { showOpening } from "./opening_view.js";
import { showUnlocking } from "./unlocking_view.js";

// By this name links of the directory find this page, so that they do not open another one that is locked.
window.name = "entraide-messages";

prepareMailbox();
if (facts.mailboxId === null) showOpening(showMailbox);
else await showUnlocking(showMailbox);
