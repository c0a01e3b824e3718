/**
 * What is kept how long. A module that owns a table with a term says so with a {@link org.leye.platform.retention.Retained}
 * bean; {@link org.leye.platform.retention.Retention} deletes. docs/operations/retention.md is the same list for people.
 */
@NullMarked
package org.leye.platform.retention;

import org.jspecify.annotations.NullMarked;
