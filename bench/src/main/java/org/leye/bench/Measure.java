package org.leye.bench;

import java.util.Map;

/** Something that is measured. */
interface Measure {

    /** The name by which it is asked for. */
    String name();

    /** Figures by name, with their units, in the order in which they are printed. */
    Map<String, String> run();
}
