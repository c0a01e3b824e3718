package org.leye.local.journey;

/**
 * Whom and what a journey is about, as the services know them.
 *
 * @param worker person key
 * @param broker person key
 * @param enterprise credit code of the employer
 * @param assessor credit code of the assessment body
 */
public record Players(String worker, String broker, String enterprise, String assessor) {}
