package dev.handover.board.home;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.board.OpenTask;
import dev.handover.board.ReaderZone;
import dev.handover.board.TaskLookup;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page a login leads to: what waits for the person, and the go-lives they may see. */
@Controller
class HomeController {

    /** Running ones first, then the one whose window starts first. */
    private static final Comparator<GoLive> ORDER =
            Comparator.comparing((GoLive goLive) -> goLive.phase().isFinished()).thenComparing(GoLive::windowStart);

    private final CurrentUser user;
    private final Visibility visibility;
    private final GoLiveRegister register;
    private final TaskLookup tasks;
    private final Names names;
    private final ReaderZone zone;
    private final Clock clock;

    HomeController(
            CurrentUser user,
            Visibility visibility,
            GoLiveRegister register,
            TaskLookup tasks,
            Names names,
            ReaderZone zone,
            Clock clock) {
        this.user = user;
        this.visibility = visibility;
        this.register = register;
        this.tasks = tasks;
        this.names = names;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        var viewer = user.viewer();
        var goLives = goLives(viewer.userId());
        var times = times();
        var now = clock.instant();
        model.addAttribute("viewer", viewer);
        model.addAttribute(
                "tasks",
                tasks.heldBy(viewer.userId()).stream()
                        .map(task -> TaskLine.of(task, goLives, names, times, now))
                        .toList());
        var others = waitingForOthers(viewer.userId(), goLives);
        model.addAttribute(
                "others",
                OthersLine.of(
                        others.subList(0, Math.min(OthersLine.LISTED, others.size())), goLives, names, times, now));
        model.addAttribute("othersLeftOut", Math.max(0, others.size() - OthersLine.LISTED));
        model.addAttribute(
                "goLives",
                goLives.stream()
                        .map(each -> GoLiveLine.of(each, times.apply(each)))
                        .toList());
        return "board/home";
    }

    /** How the person reads the times of each go-live; looked up once for all. */
    private Function<GoLive, Times> times() {
        var chosen = zone.chosen();
        return goLive -> new Times(chosen.orElseGet(goLive::zone));
    }

    /** What of the go-lives that the person has requested is in somebody else's hands, or in nobody's. */
    private List<OpenTask> waitingForOthers(String userId, List<GoLive> goLives) {
        var requested = goLives.stream()
                .filter(goLive -> !goLive.phase().isFinished())
                .filter(goLive -> goLive.requester().equals(userId))
                .map(GoLive::key)
                .toList();
        return tasks.of(requested).stream()
                .filter(task -> !task.isHeldBy(userId))
                .toList();
    }

    private List<GoLive> goLives(String userId) {
        var newest = new GoLiveRegister.Query(null, "", 0, GoLiveRegister.LARGEST_PAGE);
        return register.list(userId, visibility.seesEverything(), newest).stream()
                .sorted(ORDER)
                .toList();
    }
}
