/** What was granted before, here and in the systems before this one. */
@NullMarked
package org.leye.subsidy.grant;

import org.jspecify.annotations.NullMarked;
