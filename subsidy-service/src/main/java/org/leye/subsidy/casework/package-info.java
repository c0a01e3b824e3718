/** The life of a case from candidate to payable (domain.md D.1). Every step is written down; who checked does not review; the policy decides the amount. */
@NullMarked
package org.leye.subsidy.casework;

import org.jspecify.annotations.NullMarked;
