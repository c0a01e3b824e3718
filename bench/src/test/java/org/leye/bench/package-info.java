/** What of a measure can be wrong without anybody seeing it. No figure is tested. */
@NullMarked
package org.leye.bench;

import org.jspecify.annotations.NullMarked;
