package org.leye.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer into the body ({@code /candidate/idNumber}), or the name of a parameter ({@code ?limit})
 * @param code stable, upper snake case
 * @param detail never repeats the value: it may be a person's number
 */
public record Violation(String pointer, String code, Text detail) {}
