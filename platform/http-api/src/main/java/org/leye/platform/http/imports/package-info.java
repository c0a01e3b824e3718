/** Files of records: stored line by line before the receipt, worked off in the background, each line with its fate. */
@NullMarked
package org.leye.platform.http.imports;

import org.jspecify.annotations.NullMarked;
