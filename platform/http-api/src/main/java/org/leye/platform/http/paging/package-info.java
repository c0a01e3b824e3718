/** Lists by position: a signed cursor, a page, a link to the next one; no offset and no depth wall. */
@NullMarked
package org.leye.platform.http.paging;

import org.jspecify.annotations.NullMarked;
