/**
 * Who is meant and who is calling. Identity numbers and credit codes check themselves; a person is named by a key derived from
 * her number; what must be kept of a person by law lies encrypted in one table. Tokens of the one issuer are checked here, and
 * from them come the caller's roles and {@link org.leye.platform.identity.Scope}.
 */
@NullMarked
package org.leye.platform.identity;

import org.jspecify.annotations.NullMarked;
