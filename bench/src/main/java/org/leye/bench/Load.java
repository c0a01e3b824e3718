package org.leye.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of putting load on something.
 *
 * @param perSecond answered or committed
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param failed errors, time-outs and answers of 400 and above
 */
record Load(double perSecond, double p50, double p99, long failed) {

    /** Figure by figure the median; failures add up. */
    static Load median(List<Load> runs) {
        return new Load(
                Times.median(runs, Load::perSecond),
                Times.median(runs, Load::p50),
                Times.median(runs, Load::p99),
                runs.stream().mapToLong(Load::failed).sum());
    }

    void tell(String of, Map<String, String> figures) {
        figures.put(of + ", /s", Figure.of(perSecond));
        figures.put(of + ", p50, ms", Figure.of(p50));
        figures.put(of + ", p99, ms", Figure.of(p99));
        if (failed > 0) {
            figures.put(of + ", FAILED", String.format(Locale.ROOT, "%d", failed));
        }
    }
}
