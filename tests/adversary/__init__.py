"""Tests in the words of who would break the service: each says what must not happen."""
