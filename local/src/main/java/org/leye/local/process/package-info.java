/**
 * Child processes that outlive or die with the launcher as asked: how one is started apart from the terminal, remembered
 * in a pid file, recognised again later (a recycled pid is never signalled), waited for, stopped and killed.
 */
@NullMarked
package org.leye.local.process;

import org.jspecify.annotations.NullMarked;
