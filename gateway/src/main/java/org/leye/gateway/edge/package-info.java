/**
 * What happens to every request before anyone looks at what it wants: it gets a name, a hostile path or a body without end is
 * refused, headers that only the gateway may set are dropped. Also how the gateway says no: always as a problem document, in
 * the caller's language, never with a word about the inside.
 */
@NullMarked
package org.leye.gateway.edge;

import org.jspecify.annotations.NullMarked;
