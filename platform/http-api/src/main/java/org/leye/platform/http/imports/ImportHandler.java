package org.leye.platform.http.imports;

import java.util.List;

/**
 * What a service does with the records of one kind of file. Lines are taken in the order of the file, a chunk of them in one
 * transaction; it must be safe to repeat, for a file may come twice and a worker may die. A ProblemException rejects one record,
 * with its reason, and nothing else; it must be thrown before anything is written. Whatever else is thrown rolls the chunk back,
 * and its lines are taken anew, each in a chunk of its own.
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

    /** Takes the lines of one chunk, one after the other. */
    interface Chunk<T> {

        Taken take(T line);

        /** Writes what was put off to be written at once. */
        default void end() {}
    }

    /** The kind of file, such as {@code insured-months}. */
    String kind();

    /**
     * The shape of a line; read strictly and validated before {@link Chunk#take}. Its components are the columns of a CSV file: texts,
     * numbers, flags, values written as text, and lists and sets of these.
     */
    Class<T> lineType();

    /**
     * Begins a chunk of these lines, and reads what it must know of all of them at once; none of them is taken yet.
     *
     * @param importId of the file; the audit trail tells who sent it
     */
    Chunk<T> begin(String importId, List<T> lines);
}
