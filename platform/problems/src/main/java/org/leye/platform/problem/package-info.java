/**
 * How a refusal looks to a caller: RFC 9457 problem details with a stable code, a title and a detail in Chinese or English,
 * and violations that point at the field. Each feature keeps its own enum of {@link org.leye.platform.problem.ProblemType}s;
 * what is thrown is always a {@link org.leye.platform.problem.ProblemException}; what is sent is always a
 * {@link org.leye.platform.problem.Problem}.
 */
@NullMarked
package org.leye.platform.problem;

import org.jspecify.annotations.NullMarked;
