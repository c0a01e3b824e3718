/** What the subsidy service tells of insured months and cases. */
@NullMarked
package org.leye.contracts.subsidy;

import org.jspecify.annotations.NullMarked;
