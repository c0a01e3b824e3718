/**
 * Spells of registered unemployment: begun by the person or an officer, at most one open at a time, ended with a code, and ended
 * by itself when work is confirmed by insurance data. No proof of dismissal is asked for. Source: domain.md C.1, D.12.
 */
@NullMarked
package org.leye.jobmatch.unemployment;

import org.jspecify.annotations.NullMarked;
