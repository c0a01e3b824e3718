/**
 * Tokens and the clock of the sandbox: users that exist only to try the suite out, one for each combination of role and
 * claims, and the business date that an administrator may move there.
 */
@NullMarked
package org.leye.local.token;

import org.jspecify.annotations.NullMarked;
