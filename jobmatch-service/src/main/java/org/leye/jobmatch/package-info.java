/**
 * Who looks for work, who offers it, and how the two come together. Owns persons, unemployment registrations, enterprises,
 * postings, matches and placements; learns insured months, certificates and agreed referrals from the others, and tells them
 * of persons and placements.
 */
@NullMarked
package org.leye.jobmatch;

import org.jspecify.annotations.NullMarked;
