/**
 * The engines come as archives that the build laid beside this module. They are unpacked once, keyed by version, written
 * aside and renamed, so that an interrupted or a second unpacking never leaves half an engine.
 */
@NullMarked
package org.leye.local.archive;

import org.jspecify.annotations.NullMarked;
