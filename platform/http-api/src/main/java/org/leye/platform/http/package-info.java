/**
 * How every service speaks HTTP. Input is strict ({@code input}), a write happens once ({@code command}), lists are paged by
 * position ({@code paging}), business time is a row ({@code time}), files of records are taken in line by line
 * ({@code imports}), and every refusal becomes one kind of answer here.
 */
@NullMarked
package org.leye.platform.http;

import org.jspecify.annotations.NullMarked;
