/**
 * Enterprises that offer work, named by their unified social credit code, each looked after by the town it lies in.
 * Source: domain.md C.3.
 */
@NullMarked
package org.leye.jobmatch.enterprise;

import org.jspecify.annotations.NullMarked;
