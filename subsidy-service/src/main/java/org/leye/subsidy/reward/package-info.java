/** The reward for a referral (domain.md B.17): a milestone opens a case, and the facts of the case are gathered here. */
@NullMarked
package org.leye.subsidy.reward;

import org.jspecify.annotations.NullMarked;
