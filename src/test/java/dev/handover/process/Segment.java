package dev.handover.process;

/** A straight piece of a line, in pixels. */
record Segment(double fromX, double fromY, double toX, double toY) {

    boolean isHorizontal() {
        return fromY == toY;
    }

    boolean isOrthogonal() {
        return fromX == toX || fromY == toY;
    }

    /** True if a part of it lies inside the box, not only on its border. */
    boolean passes(Box box) {
        return extent().overlaps(box);
    }

    /** True if the two have a point in common. */
    boolean meets(Segment other) {
        var mine = extent();
        var theirs = other.extent();
        return mine.x() <= theirs.right()
                && theirs.x() <= mine.right()
                && mine.y() <= theirs.bottom()
                && theirs.y() <= mine.bottom();
    }

    /** True if the two cross, each going on behind the crossing. */
    boolean crosses(Segment other) {
        if (isHorizontal() == other.isHorizontal()) {
            return false;
        }
        var level = isHorizontal() ? extent() : other.extent();
        var upright = isHorizontal() ? other.extent() : extent();
        return level.x() < upright.x()
                && upright.x() < level.right()
                && upright.y() < level.y()
                && level.y() < upright.bottom();
    }

    /** A box without breadth or without height. */
    private Box extent() {
        return new Box(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(fromX - toX), Math.abs(fromY - toY));
    }
}
