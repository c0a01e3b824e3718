package org.leye.platform.http.imports;

/**
 * What a service does with one record of one kind of file. {@link #take} runs in a transaction with other records of the file;
 * it must be safe to repeat, for a file may come twice and a worker may die. A ProblemException rejects the record, with its
 * reason, and nothing else; it must be thrown before anything is written.
 */
public interface ImportHandler<T> {

    /** What became of a record. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REJECTED
    }

    /** The outcome, and the key under which the record is known from now on. */
    record Taken(Outcome outcome, String key) {}

    /** The kind of file, such as {@code insured-months}. */
    String kind();

    /** The shape of a line; read strictly and validated before {@link #take}. */
    Class<T> lineType();

    Taken take(T line);
}
