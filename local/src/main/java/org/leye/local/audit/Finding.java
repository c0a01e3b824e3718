package org.leye.local.audit;

import org.leye.local.Part;

/**
 * What came of checking one service.
 *
 * @param sound whether the whole chain was checked and nothing is broken
 * @param text for people, in one line
 */
public record Finding(Part service, boolean sound, String text) {}
