/**
 * Topics are no archive: a new or repaired consumer is filled by the owner of the facts, who tells them again. A service says
 * with a {@link org.leye.platform.outbox.republish.Restatement} a topic what it stands for; an administrator asks for it; the
 * events go out as ordinary events of the contract, under new ids (docs/adr/0012).
 */
@NullMarked
package org.leye.platform.outbox.republish;

import org.jspecify.annotations.NullMarked;
