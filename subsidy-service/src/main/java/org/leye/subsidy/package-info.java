/**
 * Money: which policy holds on which date, what it gives to whom and why, and how that reaches an account. Owns policies,
 * cases and decisions, payees, payments and insured months; learns of people and referrals from others.
 */
@NullMarked
package org.leye.subsidy;

import org.jspecify.annotations.NullMarked;
