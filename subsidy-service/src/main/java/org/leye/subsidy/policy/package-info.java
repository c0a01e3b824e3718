/**
 * What the law pays and on which conditions, as dated documents. A {@link org.leye.subsidy.policy.PolicyDocument} holds one
 * version of one instrument: its terms, parameters and worked examples (policy.json) and its rule (model.dmn). The
 * {@link org.leye.subsidy.policy.PolicyCatalogue} finds the version in force on a date, the
 * {@link org.leye.subsidy.policy.PolicyEngine} evaluates it against facts and history and answers an
 * {@link org.leye.subsidy.policy.Evaluation}. The document owns every number and every condition; this package owns the
 * shapes, the checking of facts, iteration, rounding and the guard that no model gets past. It knows no database, no HTTP
 * and no clock.
 */
@NullMarked
package org.leye.subsidy.policy;

import org.jspecify.annotations.NullMarked;
