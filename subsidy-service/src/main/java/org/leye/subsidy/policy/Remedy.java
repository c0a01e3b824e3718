package org.leye.subsidy.policy;

/**
 * What would make a failed condition a yes, all else being as it is.
 *
 * @param predicate the condition
 * @param fact the fact that would have to differ; {@code on} is the basis date: wait until then
 * @param value what it would have to be at least, at most, or one of the values that would do; JSON
 */
public record Remedy(String predicate, String fact, Object value) {}
