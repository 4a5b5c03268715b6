package dev.handover.board.golive;

import java.util.List;

/**
 * The checks of one step: what did not pass first, and what passed folded away if there are many.
 *
 * @param openLeftOut count of those that did not pass and are not listed
 * @param passedLeftOut count of those that passed and are not listed
 */
record CheckList(List<CheckRow> open, List<CheckRow> passed, int openLeftOut, int passedLeftOut) {

    /** Most rows of each kind; all of them are in the answer of the interface. */
    static final int MOST = 200;

    private static final int MANY = 10;
    private static final int MOST_CELLS = 80;

    static final CheckList NONE = new CheckList(List.of(), List.of(), 0, 0);

    public boolean isEmpty() {
        return open.isEmpty() && passed.isEmpty();
    }

    public boolean foldsPassed() {
        return open.size() + passed.size() > MANY;
    }

    /** One cell for each check in the overview, as many as fit. */
    public List<CheckRow> cells() {
        return java.util.stream.Stream.concat(open.stream(), passed.stream())
                .limit(MOST_CELLS)
                .toList();
    }
}
