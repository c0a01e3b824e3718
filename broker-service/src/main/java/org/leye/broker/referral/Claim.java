package org.leye.broker.referral;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a worker was claimed and whether that was too late.
 *
 * @param madeAt by the database's clock, in the order of claims
 * @param day business date of the claim, the first day of its window
 * @param lastDay last day of its window
 * @param keptAway whether an earlier claim was still valid on that day
 */
record Claim(Instant madeAt, LocalDate day, LocalDate lastDay, boolean keptAway) {}
