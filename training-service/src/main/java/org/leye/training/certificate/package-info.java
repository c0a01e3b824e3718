/**
 * Skill level certificates: issued once for a passed assessment, found by number, doubted by a supervisor, revoked when a
 * reviewer confirms the doubt. Source: domain.md C.9, D.10.
 */
@NullMarked
package org.leye.training.certificate;

import org.jspecify.annotations.NullMarked;
