/**
 * The sub-commands of ./leye, one class each: thin, because everything they do is a call of a public class that tests use
 * as well. Failures are one line on stderr and an exit code.
 */
@NullMarked
package org.leye.local.command;

import org.jspecify.annotations.NullMarked;
