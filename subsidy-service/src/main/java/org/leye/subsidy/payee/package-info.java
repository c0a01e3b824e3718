/** The accounts that money may go to, entered by one and verified by another. */
@NullMarked
package org.leye.subsidy.payee;

import org.jspecify.annotations.NullMarked;
