/** Batches of payable cases: two signatures, a file to the bank, and what the bank says of each payment. */
@NullMarked
package org.leye.subsidy.payment;

import org.jspecify.annotations.NullMarked;
