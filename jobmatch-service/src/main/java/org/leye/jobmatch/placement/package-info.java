/**
 * From interest to lasting work: a match goes from intent over interview and offer to a start; from then on it is a placement,
 * confirmed by the first insured month and stable after some in a row. Insured months and agreed referrals come from other
 * services and are kept by key, whichever comes first. Source: domain.md C.6, D.5.
 */
@NullMarked
package org.leye.jobmatch.placement;

import org.jspecify.annotations.NullMarked;
