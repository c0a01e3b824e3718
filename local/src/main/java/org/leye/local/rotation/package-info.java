/**
 * Changing the data keys of a running suite. Where the change stands is read from the secrets and from the services, so that it
 * may be broken off anywhere and taken up again.
 */
@NullMarked
package org.leye.local.rotation;

import org.jspecify.annotations.NullMarked;
