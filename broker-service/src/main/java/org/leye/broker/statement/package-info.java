/**
 * The statement of a broker's rewards: what subsidy told of the cases that her referrals' milestones opened. A projection and
 * nothing more; whether and how much is paid is decided elsewhere. Source: domain.md D.8, architecture.md 3.
 */
@NullMarked
package org.leye.broker.statement;

import org.jspecify.annotations.NullMarked;
