/**
 * Who is calling. A token that does not stand the check of the identity module never reaches a service; one that does is
 * remembered by its hash for a minute at most. The services check it again: passing here grants nothing.
 */
@NullMarked
package org.leye.gateway.token;

import org.jspecify.annotations.NullMarked;
