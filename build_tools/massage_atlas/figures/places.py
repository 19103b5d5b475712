"""The part of the body that a drawing shows: unshaded outlines, the same for every reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from massage_atlas.figures.ink import FINE, Ink, circle, dot, path
from massage_atlas.records.figure import FigurePlace


@dataclass(frozen=True)
class Place:
    """An outline on a panel of 320 by 176, and where the contact goes on it."""

    ink: Ink
    x: float
    """Where the middle of the work lies."""
    y: float
    begin: float = 96
    """Where a long move begins."""
    middle: float = 0
    """Where two hands side by side have their middle, when that is elsewhere."""
    joint: tuple[float, float] | None = None
    """What a limb turns about, when the drawing is of a joint."""
    grips: tuple[tuple[float, float, float], ...] = ()
    """Where hands hold a limb, each with the limb's direction in degrees."""


_LEG = (
    path("M6 46C46 33 104 34 160 47C196 55 216 57 242 52C270 47 296 48 314 53")
    + path("M6 148C56 158 108 152 160 139C196 130 218 129 244 133C270 137 294 135 314 130")
    + path("M212 78C224 70 240 71 247 82M211 108C223 117 239 116 247 105", FINE)
    + path("M22 74C80 66 140 72 190 86M22 97H196M22 121C82 128 142 121 190 109", FINE, dashed="13 7")
    + path("M262 84C280 80 298 80 312 82M262 106C280 108 298 108 312 106", FINE, dashed="13 7")
)

_BACK = (
    path("M6 70C26 69 36 63 42 50C50 31 66 22 92 19C106 17 118 20 126 27C170 40 206 43 240 38C272 33 294 26 314 24")
    + path(
        "M6 110C26 111 36 117 42 130C50 149 66 158 92 161"
        "C106 163 118 160 126 153C170 140 206 137 240 142C272 147 294 154 314 156"
    )
    + path("M74 64C96 50 118 50 132 62C122 74 96 78 74 64Z", FINE)
    + path("M74 116C96 130 118 130 132 118C122 106 96 102 74 116Z", FINE)
    + path("M26 90H300", FINE, dashed="5 6")
    + path("M308 90V154M308 90V30", FINE, dashed="1 5")
)

_BELLY = (
    path("M6 30C46 40 84 46 124 48C168 50 200 42 236 30C262 22 288 20 314 22")
    + path("M6 150C46 140 84 134 124 132C168 130 200 138 236 150C262 158 288 160 314 158")
    + path("M30 90C46 88 70 74 96 52M30 90C46 92 70 106 96 128", FINE)
    + path("M262 34C254 46 252 56 256 66M262 146C254 134 252 124 256 114", FINE)
    + path("M171 86C176 84 181 86 181 90C181 94 176 96 171 94", FINE)
)

_BABY = (
    circle(58, 90, 40, fill=True)
    + path(
        "M96 62C104 58 114 57 122 60C152 52 186 54 206 62"
        "C226 50 258 46 282 50C298 52 304 62 298 70C290 78 264 76 240 82"
        "M96 118C104 122 114 123 122 120C152 128 186 126 206 118"
        "C226 130 258 134 282 130C298 128 304 118 298 110C290 102 264 104 240 98"
    )
    + path("M240 82C232 86 232 94 240 98")
    + path(
        "M122 60C116 44 102 28 86 20C76 16 68 26 74 34C82 42 92 52 98 62M122 120"
        "C116 136 102 152 86 160C76 164 68 154 74 146C82 138 92 128 98 118"
    )
    + path(
        "M56 50C50 54 50 60 54 62M206 62C196 72 196 108 206 118"
        "M222 57C216 66 222 76 232 82M222 123C216 114 222 104 232 98",
        FINE,
    )
)

_TENDON = (
    path("M6 40C60 30 110 38 150 50C190 58 236 50 314 54")
    + path("M6 150C60 156 110 148 150 138C190 130 236 138 314 132")
    + path("M6 66C60 58 106 70 140 86L236 90C240 92 240 98 236 100L140 104C106 118 60 128 6 122", FINE)
    + path("M14 80C60 76 100 84 138 92L236 93M14 94C60 94 100 95 138 95H236M14 108C60 112 100 104 138 99L236 97", FINE)
    + path("M314 74C276 70 248 72 234 84C228 90 228 102 236 108C250 118 280 116 314 114", FINE)
)

_SCAR = (
    path("M6 30C70 22 150 26 220 34C260 38 290 36 314 32")
    + path("M6 152C70 160 150 156 220 148C260 144 290 146 314 150")
    + path("M64 96C104 84 140 104 178 92C210 82 236 96 262 88")
    + path(
        "M82 82L86 102M106 80L108 100M130 86L130 108M154 88L156 110"
        "M178 82L182 103M202 76L206 97M226 78L230 100M248 82L250 102",
        FINE,
    )
)

_SHOULDER = (
    circle(70, 42, 30)
    + path("M62 71C62 82 54 86 40 90C22 96 12 110 8 130V170M92 63C96 74 104 78 118 80")
    + path(
        "M118 80C150 74 190 68 226 62L276 54C288 52 292 60 286 66"
        "C272 74 250 80 228 84C196 92 158 104 140 112C134 132 134 150 136 170",
        fill=True,
    )
    + path("M126 108C150 122 186 136 214 142L258 152C270 156 268 166 258 166", FINE, dashed="6 5")
    + dot(128, 96, 3)
)

_KNEE = (
    path("M6 46C50 36 104 44 146 58C166 64 176 78 172 94C168 106 156 110 144 108C104 112 56 122 6 120")
    + path(
        "M170 82C182 104 196 126 208 142C220 150 234 150 246 148"
        "C256 148 258 158 250 162C232 168 210 168 196 166C178 150 156 126 142 108"
    )
    + path(
        "M172 74C204 72 240 74 268 78C280 72 288 62 292 54"
        "C298 48 306 54 304 62C302 78 298 92 292 104C258 106 214 106 170 100",
        FINE,
        dashed="6 5",
    )
    + path("M150 66C160 68 166 76 165 86", FINE)
    + dot(148, 84, 3)
)

_HIP = (
    circle(32, 128, 24)
    + path("M54 118C80 108 108 108 134 116M52 144C84 152 108 156 132 156")
    + path(
        "M132 156C180 156 236 158 276 158C290 158 294 150 292 140"
        "C290 132 298 130 302 138C308 152 306 164 298 168C240 172 180 172 128 170"
    )
    + path(
        "M134 116C160 92 190 62 214 36C220 28 216 18 208 12C204 6 212 2 218 6"
        "C230 14 240 24 238 34C226 66 200 104 172 136C164 146 150 154 136 156",
        fill=True,
    )
    + path("M140 132C180 116 226 104 264 96C272 92 274 82 272 76", FINE, dashed="6 5")
    + path("M64 128C82 124 104 126 122 132", FINE)
    + dot(140, 138, 3)
)

PLACES: Mapping[FigurePlace, Place] = {
    FigurePlace.LEG: Place(_LEG, 100, 94),
    FigurePlace.BACK: Place(_BACK, 178, 116, 112, 90),
    FigurePlace.BELLY: Place(_BELLY, 176, 90),
    FigurePlace.BABY: Place(_BABY, 160, 90, 166),
    FigurePlace.TENDON: Place(_TENDON, 184, 95),
    FigurePlace.SCAR: Place(_SCAR, 160, 94),
    FigurePlace.SHOULDER: Place(_SHOULDER, 200, 84, joint=(128, 96), grips=((176, 84, -14), (248, 68, 168))),
    FigurePlace.KNEE: Place(_KNEE, 196, 130, joint=(148, 84), grips=((96, 80, 8), (184, 128, 232))),
    FigurePlace.HIP: Place(_HIP, 190, 88, joint=(140, 138), grips=((170, 106, -52), (212, 52, 124))),
}
"""Every part that can be drawn."""
