/**
 * What one service tells another. Records with no logic, the table of {@link org.leye.contracts.Topic}s, and the name each
 * event carries on the wire. Events hold person keys and facts of law, never a name, number, phone or address; a change is
 * additive, or a new version of the event beside the old one.
 */
@NullMarked
package org.leye.contracts;

import org.jspecify.annotations.NullMarked;
