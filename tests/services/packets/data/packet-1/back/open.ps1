# Opens what lies beside this script, with OpenSSL 3 alone (openssl.exe must be found).
#   powershell -ExecutionPolicy Bypass -File open.ps1 CERTIFICATE.pem KEY.pem
#   powershell -ExecutionPolicy Bypass -File open.ps1            with the passphrase: you are asked for it
# The results are written into the folder in which you call it, and their SHA-256 is printed.
# OpenSSL takes the passphrase as an argument: while it works, other users of this computer may see it.
param([string]$Certificate, [string]$Key)
$ErrorActionPreference = 'Stop'
$volumes = @()
$results = @()
foreach ($line in Get-Content -LiteralPath (Join-Path $PSScriptRoot 'volumes.sha256')) {
    $digest, $name = $line -split '  ', 2
    $volume = Join-Path $PSScriptRoot $name
    if ((Get-FileHash -Algorithm SHA256 -LiteralPath $volume).Hash -ne $digest) { throw "$name is missing, or was changed." }
    $result = $name -replace '\.[^.]*\.p7m$', ''
    $volumes += @{ Path = $volume; Name = $name; Target = (Join-Path (Get-Location) $result) }
    if ($name -like '*.001.p7m') { $results += (Join-Path (Get-Location) $result) }
}
foreach ($target in $results) {
    foreach ($path in $target, "$target.part", "$target.volume") { if (Test-Path -LiteralPath $path) { throw "$path is there already." } }
}
if ($Certificate) { $how = @('-recip', $Certificate, '-inkey', $Key) }
else {
    $secret = Read-Host -AsSecureString 'Passphrase'
    $how = @('-pwri_password', [System.Net.NetworkCredential]::new('', $secret).Password)
}
$whole = $false
try {
    foreach ($target in $results) { [System.IO.File]::Open("$target.part", [System.IO.FileMode]::CreateNew).Close() }
    foreach ($volume in $volumes) {
        $piece = "$($volume.Target).volume"
        & openssl cms -decrypt -binary -inform DER -in $volume.Path @how -out $piece
        if ($LASTEXITCODE -ne 0) { throw "$($volume.Name) cannot be opened." }
        $stream = [System.IO.File]::Open("$($volume.Target).part", [System.IO.FileMode]::Append)
        try {
            $opened = [System.IO.File]::OpenRead($piece)
            try { $opened.CopyTo($stream) } finally { $opened.Close() }
        }
        finally { $stream.Close() }
        Remove-Item -LiteralPath $piece
    }
    $whole = $true
}
finally {
    if (-not $whole) {
        foreach ($target in $results) {
            foreach ($path in "$target.part", "$target.volume") { if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path } }
        }
    }
}
foreach ($target in $results) {
    Move-Item -LiteralPath "$target.part" -Destination $target
    Get-FileHash -Algorithm SHA256 -LiteralPath $target
}
