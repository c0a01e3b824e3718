package org.leye.platform.http.command;

/** Whose key, for which operation: two callers may use the same key and never meet. */
record CommandKey(String consumer, String subject, String operation, String key) {}
