/** What the training service tells of certificates. */
@NullMarked
package org.leye.contracts.training;

import org.jspecify.annotations.NullMarked;
