/**
 * Referrals: a broker, or a worker who is already there, says whom she brings. The first valid claim of a worker keeps others
 * away while its window runs; the worker herself agrees; then the placement that names the referral carries it from start
 * over the first to the third insured month, and each milestone is told once. Source: domain.md B.17, C.7, D.8.
 */
@NullMarked
package org.leye.broker.referral;

import org.jspecify.annotations.NullMarked;
