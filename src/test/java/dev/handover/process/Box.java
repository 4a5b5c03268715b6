package dev.handover.process;

/** A rectangle of a picture, in pixels from its upper left corner. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return y + height / 2;
    }

    double centre() {
        return x + width / 2;
    }

    /** True if the two share more than a border. */
    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean contains(Box other) {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }

    /** True if the point lies on the border. */
    boolean touches(double pointX, double pointY) {
        var onSide = (pointX == x || pointX == right()) && pointY >= y && pointY <= bottom();
        var onEnd = (pointY == y || pointY == bottom()) && pointX >= x && pointX <= right();
        return onSide || onEnd;
    }

    Box withMargin(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }
}
