/**
 * The data keys of a running service: which values lie under which, and sealing them anew under the newest while the service
 * works on.
 */
@NullMarked
package org.leye.platform.http.datakey;

import org.jspecify.annotations.NullMarked;
