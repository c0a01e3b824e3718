/**
 * Walks every operation of the catalogue that the gateway serves, as callers who should not and with what they should not send.
 * The doors of all operations are written down in doors.csv: a door that opens or closes shows in a review.
 */
@NullMarked
package org.leye.probe;

import org.jspecify.annotations.NullMarked;
