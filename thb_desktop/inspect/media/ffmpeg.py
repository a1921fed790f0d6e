"""FFmpeg: the five libraries that come with Qt, called through ctypes.

Their structures have no stable form, so only the versions are taken of which the few offsets below were
measured; tests decode known files with them. Nothing else of them is read.
"""

import ctypes
import os
import sys
from contextlib import suppress
from ctypes import CDLL, c_char_p, c_int, c_int64, c_size_t, c_uint, c_void_p
from pathlib import Path

VERSIONS = {"avutil": 61, "swresample": 7, "avcodec": 63, "avformat": 63, "swscale": 10}
"""The libraries in the order in which one needs the other, and the versions that are known."""
FORMATS = (
    "wav,w64,rf64,aiff,au,flac,mp3,aac,ogg,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,amr,mpegts,mpeg,caf"
)
"""Containers that are opened; others are not even tried."""
LARGEST_PICTURE = 1 << 24
"""Pixels."""
NO_TIME = -(1 << 63)
END_OF_FILE = -541478725
AUDIO, VIDEO = 1, 0
S16, RGB24 = 1, 2
SEEK_SIZE = 0x10000
BACKWARD, BILINEAR, _SILENT = 1, 2, -8

INPUT_FORMAT, PB, STREAM_COUNT, STREAMS, DURATION = 8, 32, 44, 48, 104
"""Offsets in AVFormatContext."""
PARAMETERS, TIME_BASE, START = 16, 32, 40
"""Offsets in AVStream."""
PACKET_STREAM = 36
"""Offset in AVPacket."""
LINES, PLANES, WIDTH, HEIGHT, SAMPLES, FORMAT, TIME = 64, 96, 104, 108, 112, 116, 136
"""Offsets in AVFrame; the planes of a picture are at 0."""

READ_CALL = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
SEEK_CALL = ctypes.CFUNCTYPE(c_int64, c_void_p, c_int64, c_int)

_P, _S, _I, _Q = c_void_p, c_char_p, c_int, c_int64
_CALLS: dict[str, dict[str, tuple[object, tuple[object, ...]]]] = {
    "avutil": {
        "av_malloc": (_P, (c_size_t,)),
        "av_frame_alloc": (_P, ()),
        "av_frame_unref": (None, (_P,)),
        "av_log_set_level": (None, (_I,)),
        "av_opt_set": (_I, (_P, _S, _S, _I)),
        "av_opt_get_int": (_I, (_P, _S, _I, _P)),
        "av_opt_get_chlayout": (_I, (_P, _S, _I, _P)),
        "av_dict_set": (_I, (_P, _S, _S, _I)),
        "av_channel_layout_default": (None, (_P, _I)),
    },
    "swresample": {
        "swr_alloc_set_opts2": (_I, (_P, _P, _I, _I, _P, _I, _I, _I, _P)),
        "swr_init": (_I, (_P,)),
        "swr_free": (None, (_P,)),
        "swr_get_out_samples": (_I, (_P, _I)),
        "swr_convert": (_I, (_P, _P, _I, _P, _I)),
    },
    "avcodec": {
        "avcodec_alloc_context3": (_P, (_P,)),
        "avcodec_parameters_to_context": (_I, (_P, _P)),
        "avcodec_open2": (_I, (_P, _P, _P)),
        "avcodec_send_packet": (_I, (_P, _P)),
        "avcodec_receive_frame": (_I, (_P, _P)),
        "avcodec_flush_buffers": (None, (_P,)),
        "av_packet_alloc": (_P, ()),
        "av_packet_clone": (_P, (_P,)),
        "av_packet_free": (None, (_P,)),
        "av_packet_unref": (None, (_P,)),
    },
    "avformat": {
        "avio_alloc_context": (_P, (_P, _I, _I, _P, _P, _P, _P)),
        "avformat_alloc_context": (_P, ()),
        "avformat_open_input": (_I, (_P, _S, _P, _P)),
        "avformat_find_stream_info": (_I, (_P, _P)),
        "av_find_best_stream": (_I, (_P, _I, _I, _I, _P, _I)),
        "av_read_frame": (_I, (_P, _P)),
        "av_seek_frame": (_I, (_P, _I, _Q, _I)),
    },
    "swscale": {
        "sws_getContext": (_P, (_I, _I, _I, _I, _I, _I, _I, _P, _P, _P)),
        "sws_freeContext": (None, (_P,)),
        "sws_scale": (_I, (_P, _P, _P, _I, _I, _P, _P)),
    },
}


class Libraries:
    """The loaded libraries. Raises OSError if one is missing, or of a version that is not known."""

    def __init__(self, folder: Path) -> None:
        if sys.platform == "win32":
            os.add_dll_directory(str(folder))
        else:
            # Qt's stand-ins for libraries of the system; those that this machine lacks are not needed.
            for stub in sorted(folder.glob("libQt6FFmpegStub*.so*")):
                with suppress(OSError):
                    CDLL(str(stub), mode=ctypes.RTLD_GLOBAL)
        for name, version in VERSIONS.items():
            library = CDLL(str(folder / _file_name(name, version)))
            told = getattr(library, f"{name}_version")
            told.restype = c_uint
            if told() >> 16 != version:
                raise OSError("this version of FFmpeg is not known")
            for call, (returns, takes) in _CALLS[name].items():
                function = getattr(library, call)
                function.restype, function.argtypes = returns, takes
                setattr(self, call, function)
        self.av_log_set_level(_SILENT)

    def __getattr__(self, name: str) -> "ctypes._NamedFuncPointer":
        raise AttributeError(name)  # what `_CALLS` does not name is not called


def number(place: int, offset: int) -> int:
    return c_int.from_address(place + offset).value


def long_number(place: int, offset: int) -> int:
    return c_int64.from_address(place + offset).value


def pointer(place: int, offset: int) -> int:
    return c_void_p.from_address(place + offset).value or 0


def _file_name(name: str, version: int) -> str:
    return f"{name}-{version}.dll" if sys.platform == "win32" else f"lib{name}.so.{version}"
